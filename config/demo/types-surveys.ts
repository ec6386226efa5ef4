import type { Instant, LocalDate } from './types-base';

interface Asked {
  id: string;
  title: string;
  required: boolean;
  showIf: { questionId: string; optionId: string } | null;
}
interface Option {
  id: string;
  label: string;
}
export type DemoQuestion = Asked &
  (
    | { kind: 'single'; options: Option[] }
    | { kind: 'multiple'; options: Option[]; most: number | null }
    | { kind: 'scale'; points: number; low: string; high: string }
    | { kind: 'text' | 'longText' }
  );
export interface DemoAnswer {
  questionId: string;
  optionIds?: string[];
  points?: number;
  text?: string;
}
export interface DemoSurvey {
  key: string;
  title: string;
  intro: string;
  unitId: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  /** Key of the consultation whose comments its words may join. */
  consultation: string | null;
  questions: DemoQuestion[];
  groupBy: string | null;
  responses: { key: string; answers: DemoAnswer[]; receivedAt: Instant }[];
  result: { publishedAt: Instant; summary: string } | null;
}
