const page = (path: string, query: Record<string, string>): string => `/m/#/${path}?${new URLSearchParams(query)}`;

/** Where the public reads what is worked on here: pages of the H5. */
/** `code` of a limited one, for the square on its posted sheet: it stays behind the #, which is sent to no server. */
export const publicNotice = (id: string, code?: string): string =>
  page('subpackages/reading/notice/index', { id, ...(code && { code }) });
export const publicEntry = (id: string): string => page('subpackages/reading/entry/index', { id });
/** The entries in force of one domain; of several, where one chooses among them. */
export const publicCatalog = (domains: readonly { id: string }[]): string => {
  const [domain, ...others] = domains;
  return domain && others.length === 0
    ? page('subpackages/reading/entries/index', { domain: domain.id })
    : '/m/#/pages/public/index';
};
export const publicAnswer = (id: string): string => page('subpackages/requests/answer/index', { id });
export const publicGuide = (id: string): string => page('subpackages/reading/guide/index', { id });
export const publicSurvey = (id: string): string => page('subpackages/participation/survey/index', { id });
export const publicMeeting = (id: string): string => page('subpackages/participation/meeting/index', { id });
export const publicConsultation = (id: string): string => page('subpackages/participation/consultation/index', { id });
export const publicMatter = (id: string): string => page('subpackages/reading/matter/index', { id });
export const publicDecisions = (year: number): string =>
  page('subpackages/participation/decisions/index', { year: String(year) });
