import { reading } from '@/lib/reads';

/** Newest first: of every unit and the district, or of one. */
export const publishedReports = (unit: string | undefined) =>
  reading('annualReports.list', { query: { limit: 100, unit } });
export const annualReport = (unit: string, year: string) =>
  reading('annualReports.get', { params: { unit, year }, query: {} });
