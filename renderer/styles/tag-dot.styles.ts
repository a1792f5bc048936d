/** The dot of a tag that has a colour, beside its name: `<span class="dot" data-colour="red"></span>`. */
import { css, unsafeCSS } from 'lit';
import { tagColour } from '../../main/contract/organise-entities.ts';

const colours = tagColour.options.map((name) => `.dot[data-colour='${name}'] { color: var(--lectern-tag-${name}); }`);

export const tagDot = css`
  .dot {
    flex: none;
    display: inline-block;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: var(--lectern-radius-round);
    background: currentColor;
    forced-color-adjust: none;
  }
  .dot:not([data-colour]) {
    background: none;
    box-shadow: inset 0 0 0 var(--lectern-hairline) var(--lectern-rule-strong);
  }
  ${unsafeCSS(colours.join('\n'))}
`;
