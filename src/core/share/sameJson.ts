/** Whether two values are the same JSON, whatever the order of their keys. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(right, key) && isSameJson(left[key], right[key]));
}
