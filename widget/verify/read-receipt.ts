/** Reads what somebody pasted: JSON, base64url, or a link that ends in either. */
import { limits } from '../../shared/limits.ts';
import type { Receipt } from '../../shared/draw.ts';

/** Undefined when the text holds no receipt of version 1. */
export function readReceipt(text: string): Receipt | undefined {
  const bare = text.trim().replace(/^.*#/s, '');
  const value = parse(bare) ?? parse(decodeAddress(bare)) ?? parse(decodeBase64(bare));
  return isReceipt(value) ? value : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function decodeBase64(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
  } catch {
    return '';
  }
}

function isReceipt(value: unknown): value is Receipt {
  if (!isObject(value) || value['version'] !== 1) return false;
  const { table, deviations } = value;
  return (
    ['site', 'game', 'stream'].every((key) => typeof value[key] === 'string') &&
    ['commitment', 'serverSeed'].every((key) => isHex(value[key], 64)) &&
    isHex(value['clientSeed'], 32) &&
    ['epoch', 'index', 'number', 'round', 'drawn', 'slot'].every((key) => isWhole(value[key])) &&
    isTable(table) &&
    Array.isArray(deviations) &&
    deviations.every(isDeviation)
  );
}

function isDeviation(value: unknown): boolean {
  if (!isObject(value) || typeof value['kind'] !== 'string') return false;
  const { kind, slot, slots } = value;
  return kind === 'pity' ? isWhole(value['losses']) && isWholeList(slots) : isWhole(slot);
}

function isWholeList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isWhole);
}

function isTable(table: unknown): boolean {
  if (!isObject(table) || !Array.isArray(table['slots'])) return false;
  const slots: unknown[] = table['slots'];
  const weights = slots.map((slot) =>
    isObject(slot) && typeof slot['prize'] === 'string' && isWhole(slot['weight'])
      ? Number(slot['weight'])
      : Number.NaN,
  );
  return (
    slots.length <= limits.slotsPerTableMax &&
    weights.reduce((total, weight) => total + weight, 0) >= 1 &&
    (table['pity'] === undefined || isPity(table['pity'])) &&
    isWhole(table['fallback']) &&
    Number(table['fallback']) < slots.length
  );
}

function isPity(value: unknown): boolean {
  return isObject(value) && isWhole(value['after']) && isWholeList(value['wins']);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isHex(value: unknown, digits: number): boolean {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]*$/.test(value);
}

function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
