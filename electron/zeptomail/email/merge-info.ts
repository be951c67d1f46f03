import { type JsonObject, isObject } from './json-object.ts';

/** What placeholders are filled from. */
export type MergeInfo = JsonObject;

/** Reads `merge_info`: an object, or its JSON in a string, as the official Ruby client sends it; null when it is neither. */
export function readMergeInfo(value: unknown): MergeInfo | null {
  if (isObject(value)) {
    return value;
  }
  return typeof value === 'string' ? jsonOf(value, isObject) : null;
}

/** The JSON value of a string, when it is one of this type. */
export function jsonOf<T>(text: string, isType: (value: unknown) => value is T): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return isType(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
}
