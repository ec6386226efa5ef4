import type { ReplyKindCode, RemedyKind } from '../requests';
import type { LetterFact } from './letter-facts';

/** One paragraph; `{{fact}}` stands for a fact. */
export type LetterParagraph =
  | string
  | {
      text: string;
      /** Left out when this fact is not there. */
      if?: LetterFact | undefined;
      /** Only in the letter of this kind of decision. */
      for?: ReplyKindCode | undefined;
    };

/** A kind of letter (文书), as an office keeps it in config/letters. */
export interface LetterKind {
  /** T01 to T27 in the order of the procedure, X01 to X05 beside them. */
  id: string;
  code: string;
  name: string;
  /** 程序处理, 实体处理, and what comes afterwards. */
  stage: 'procedure' | 'decision' | 'afterwards';
  to: 'applicant' | 'thirdParty' | 'agency';
  /** Articles of the 政府信息公开条例 (国务院令第711号). */
  articles: readonly string[];
  /** The decisions that it tells. */
  decisionKinds?: readonly ReplyKindCode[] | undefined;
  /** It takes a document number (××公复〔年〕n号). */
  isNumbered: boolean;
  /** What it cannot go out without, beside what every letter has. */
  facts: readonly LetterFact[];
  optionalFacts?: readonly LetterFact[] | undefined;
  /** What it cannot go out without for one kind of decision only. */
  factsFor?: Readonly<Partial<Record<ReplyKindCode, readonly LetterFact[]>>> | undefined;
  remedy: {
    kind: RemedyKind | 'none';
    /** Where that is written. */
    source: string;
    /** What the law leaves open, for the legal adviser to confirm. */
    toConfirm?: string | undefined;
  };
  body: readonly LetterParagraph[];
}
