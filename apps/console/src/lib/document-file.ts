/** What can become text: told by the name, which is what offices go by. */
export const DOCUMENT_TYPES = '.docx,.xlsx,.pdf';

export const isDocument = ({ name }: Pick<File, 'name'>): boolean => /\.(?:docx|xlsx|pdf)$/i.test(name);
