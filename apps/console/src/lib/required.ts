/** Rules of a field of a form that must say something. */
export const required = (message: string) => [{ required: true, whitespace: true, message }];
