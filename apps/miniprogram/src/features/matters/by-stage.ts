import type { Matter } from '@bandeng/contracts/types';
import type { Step } from './api';

/** 五公开, the last one first: what came of it stands on top. */
const STAGES = ['result', 'service', 'management', 'execution', 'decision'] as const;

/** Stages that have something, each with its steps as they came (the newest first); and those that have nothing yet, in their order. */
export function byStage(steps: Matter['steps']): {
  told: { stage: Step['stage']; steps: Step[] }[];
  empty: Step['stage'][];
} {
  const told = STAGES.map(stage => ({ stage, steps: steps.filter(step => step.stage === stage) }));
  return {
    told: told.filter(group => group.steps.length > 0),
    empty: told
      .filter(group => group.steps.length === 0)
      .map(({ stage }) => stage)
      .reverse(),
  };
}
