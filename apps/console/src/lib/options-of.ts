/** The words of a list as what one chooses from, in their order. */
export const optionsOf = <T extends string>(names: Readonly<Record<T, string>>): { value: T; label: string }[] =>
  (Object.entries(names) as [T, string][]).map(([value, label]) => ({ value, label }));
