import { open } from '@/lib/navigation';
import type { Step } from './api';

/** Where a step, or what comes next, is told in full. */
export function openStep({ kind, id, year }: Pick<Step, 'kind' | 'id' | 'year'>): void {
  switch (kind) {
    case 'notice':
      return void open('notice', { id });
    case 'consultation':
      return void open('consultation', { id });
    case 'survey':
      return void open('survey', { id });
    case 'meeting':
      return void open('meeting', { id });
    case 'decision':
      return void open('decisions', { year: year ?? undefined });
  }
}
