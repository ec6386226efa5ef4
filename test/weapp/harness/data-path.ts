type Data = Record<string, unknown>;

/** Paths of setData: "a.b[0].c". */
export function pathKeys(path: string): (string | number)[] {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
    .map(key => (/^\d+$/.test(key) ? Number(key) : key));
}

export function setByPath(target: Data, path: string, value: unknown): void {
  const keys = pathKeys(path);
  const last = keys.pop();
  if (last === undefined) return;
  let place = target as Record<string | number, unknown>;
  keys.forEach((key, i) => {
    const next = keys[i + 1] ?? last;
    place[key] ??= typeof next === 'number' ? [] : {};
    place = place[key] as Record<string | number, unknown>;
  });
  place[last] = value;
}
