import type { RemedyKind } from './decision-kinds';
import { replyKinds, type ReplyKindCode } from './record-outcomes';

/** Where the applicant can turn; the names come from the office's own data. */
export interface RemedyBodies {
  /** Who reviews this office's acts, for a district's department the district government (复议法 Art. 24). */
  reviewOrgan: string;
  /** Where a review is handed in. */
  reviewAddress: string;
  court: string;
  courtAddress: string;
}

/** The remedy that the letter of this kind of decision tells, or null when nothing was refused. */
export function remedyText(code: ReplyKindCode, bodies: RemedyBodies): string | null {
  return remedySentence(replyKinds[code].remedy ?? 'none', bodies);
}

/**
 * The sentence about remedies that a negative reply must carry, or null when nothing was refused. Refusing to disclose has to go
 * through review first, and the reply has to say so (行政复议法 2023 Art. 20, 23); other replies leave the choice
 * (行政诉讼法 Art. 45, 46).
 */
export function remedySentence(
  kind: RemedyKind | 'none',
  { reviewOrgan, reviewAddress, court, courtAddress }: RemedyBodies,
): string | null {
  const review = `${reviewOrgan}（地址：${reviewAddress}）`;
  const suit = `${court}（地址：${courtAddress}）`;
  switch (kind) {
    case 'none':
      return null;
    case 'review_first':
      return (
        `对不予公开的决定不服的，应当先申请行政复议：自知道本决定之日起60日内向${review}提出` +
        '（《中华人民共和国行政复议法》第二十条、第二十三条）。对复议决定仍不服的，可以自收到复议决定书之日起15日内' +
        `向${suit}提起行政诉讼（《中华人民共和国行政诉讼法》第四十五条）。`
      );
    case 'either':
      return (
        `对本答复不服的，可以自知道本答复之日起60日内向${review}申请行政复议（《中华人民共和国行政复议法》第二十条），` +
        `也可以自知道或者应当知道本答复之日起6个月内向${suit}提起行政诉讼（《中华人民共和国行政诉讼法》第四十六条）。`
      );
  }
}
