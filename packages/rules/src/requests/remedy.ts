import { decisionKinds, type DecisionKind, type DecisionKindCode } from './decision-kinds';

/** Where the applicant can turn; the names come from the office's own data. */
export interface RemedyBodies {
  /** Who reviews this office's acts, for a district's department the district government (复议法 Art. 24). */
  reviewOrgan: string;
  court: string;
}

/**
 * The sentence about remedies that a negative reply must carry, or null when nothing was refused. Refusing to disclose has to go
 * through review first, and the reply has to say so (行政复议法 2023 Art. 20, 23); other replies leave the choice
 * (行政诉讼法 Art. 45, 46).
 */
export function remedyText(code: DecisionKindCode, { reviewOrgan, court }: RemedyBodies): string | null {
  const { remedy }: DecisionKind = decisionKinds[code];
  switch (remedy) {
    case null:
      return null;
    case 'reviewFirst':
      return (
        `对不予公开的决定不服的，应当先申请行政复议：自知道本决定之日起60日内向${reviewOrgan}提出` +
        '（《中华人民共和国行政复议法》第二十条、第二十三条）。对复议决定仍不服的，可以自收到复议决定书之日起15日内' +
        `向${court}提起行政诉讼（《中华人民共和国行政诉讼法》第四十五条）。`
      );
    case 'reviewOrSuit':
      return (
        `对本答复不服的，可以自知道本答复之日起60日内向${reviewOrgan}申请行政复议（《中华人民共和国行政复议法》第二十条），` +
        `也可以自知道或者应当知道本答复之日起6个月内向${court}提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）。`
      );
  }
}
