import type { Dates } from '../lib/dates';
import type { DemoSurvey } from '../types';
import { canteens } from './canteens';
import { marketHours } from './market-hours';

/** One that can be answered, linked to a consultation; one that ended with its result. */
export const surveysFor = (d: Dates): DemoSurvey[] => [marketHours(d), canteens(d)];
