/**
 * `npm test`: everything that must hold, in the order in which a mistake is cheapest to find. Ends with one line that
 * counts the tests. `npm test -- unit` runs only the steps whose name begins so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallBrowser } from './find-browser.ts';
import { findElectron } from './find-electron.ts';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the runner leaves its count, and which of the two formats it is in. */
  readonly report?: { readonly file: string; readonly kind: 'vitest' | 'playwright' };
}

const root = join(import.meta.dirname, '..');
const unitReport = join(root, 'test-results', 'unit.json');
const e2eReport = join(root, 'test-results', 'e2e.json');

const steps: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '--build'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  {
    name: 'layers',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'main', 'renderer', 'content', 'e2e'],
  },
  { name: 'dead code', command: ['knip'] },
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: { file: unitReport, kind: 'vitest' },
  },
  {
    name: 'end-to-end',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'],
    report: { file: e2eReport, kind: 'playwright' },
  },
];

interface Count {
  passed: number;
  failed: number;
}

function readCount({ file, kind }: NonNullable<Step['report']>): Count {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>; // the runners' documented formats
  if (kind === 'vitest') return { passed: Number(report['numPassedTests']), failed: Number(report['numFailedTests']) };
  const stats = report['stats'] as Record<string, number>; // as above
  const flaky = stats['flaky'] ?? 0;
  if (flaky > 0) console.log(`${flaky} passed at the second attempt only: see the list above.`);
  return { passed: (stats['expected'] ?? 0) + flaky, failed: stats['unexpected'] ?? 0 };
}

const wanted = process.argv[2] ?? '';
const total: Count = { passed: 0, failed: 0 };
let failedStep: string | null = null;

for (const step of steps.filter(({ name }) => name.startsWith(wanted))) {
  if (step.name === 'end-to-end') {
    if (findOrInstallBrowser() === null) {
      console.error('No browser for the end-to-end tests. Install Chromium or Chrome, or name one in LECTERN_BROWSER.');
      failedStep = step.name;
      break;
    }
    if (findElectron() === null) console.log('No Electron binary here: the specs run in the browser shell alone.');
  }
  console.log(`\n── ${step.name}`);
  if (step.report !== undefined) rmSync(step.report.file, { force: true });
  const [program = '', ...args] = step.command;
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (step.report !== undefined) {
    const count = readCount(step.report);
    total.passed += count.passed;
    total.failed += count.failed;
  }
  if (status !== 0) {
    failedStep = step.name;
    break;
  }
}

if (failedStep !== null) {
  console.error(`\nFailed: ${failedStep}.`);
  total.failed = Math.max(total.failed, 1);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = failedStep === null ? 0 : 1;
