/** `Content-Type`, taken apart. */
export function readContentType(header: string | null): {
  readonly mediaType: string;
  readonly charset: string | null;
} {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim());
  const charset = parameters.map((parameter) => /^charset\s*=\s*"?([^"\s]+)"?$/i.exec(parameter)?.[1]).find(Boolean);
  return { mediaType: type.toLowerCase(), charset: charset ?? null };
}
