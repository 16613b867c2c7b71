/**
 * A second verifier, written from the description of the protocol alone: it shares no code with the
 * first. Node's own crypto, its own canonical JSON, its own arithmetic.
 *
 *   serverSeed = HMAC-SHA256(draw key, canonical JSON of [site, game, stream, epoch, index])
 *   table      = canonical JSON of {fallback, slots: [{prize, weight}]}, and of a table with pity
 *                {fallback, pity: {after, wins}, slots: [{prize, weight}]}; a slot that is for some
 *                tiers alone is {prize, tiers: [ids], weight}
 *   commitment = SHA-256(serverSeed || SHA-256(table) || canonical JSON of [site, …, index])
 *   number     = first 8 bytes of HMAC-SHA256(serverSeed, "clientSeed:index:round"), big-endian,
 *                rejected from the largest multiple of the total up, else modulo the total
 *   total      = the sum of all weights, or after a deviation "pity" of those of the slots it names
 */
import { createHash, createHmac } from 'node:crypto';

/** @param {unknown} value @returns {string} */
export function canonical(value) {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('no safe integer');
    return BigInt(value).toString();
  }
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each)).join()}]`;
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
  }
  return JSON.stringify(value);
}

/** The number of 8 bytes, or undefined when it must be drawn again. */
export function below(eightBytes, total) {
  const value = eightBytes.readBigUInt64BE(0);
  const wholes = 0x1_0000_0000_0000_0000n / total;
  return value < wholes * total ? value % total : undefined;
}

/** Names of the parts of the receipt that do not hold; empty when it is sound. */
export function faultsOf(receipt) {
  const malformed = faultsOfShape(receipt);
  if (malformed.length > 0) return malformed;
  const { table, clientSeed, index } = receipt;
  const faults = [];
  const seed = Buffer.from(receipt.serverSeed, 'hex');
  const { slots, weights } = { slots: table.slots, weights: weightsDrawn(receipt) };
  const tableHash = createHash('sha256').update(tableOf(table), 'utf8').digest();
  const place = [receipt.site, receipt.game, receipt.stream, receipt.epoch, index];
  const commitment = createHash('sha256')
    .update(seed)
    .update(tableHash)
    .update(canonical(place), 'utf8')
    .digest('hex');
  if (commitment !== receipt.commitment) faults.push('commitment');

  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  let round = 0;
  let number;
  while (number === undefined) {
    const message = `${clientSeed}:${index}:${round}`;
    number = below(createHmac('sha256', seed).update(message, 'ascii').digest(), total);
    if (number === undefined) round += 1;
  }
  if (number !== BigInt(receipt.number) || round !== receipt.round) faults.push('number');

  let reached = 0n;
  const drawn = slots.findIndex((_, slot) => {
    reached += weights[slot];
    return number < reached;
  });
  if (drawn !== receipt.drawn) faults.push('drawn');
  if (!slotExplained(receipt, drawn)) faults.push('slot');
  return faults;
}

function tableOf({ fallback, slots, pity }) {
  const bound = slots.map(({ prize, weight, tiers }) =>
    tiers === undefined ? { prize, weight } : { prize, weight, tiers },
  );
  const table = { fallback, slots: bound };
  if (pity !== undefined) table.pity = { wins: pity.wins, after: pity.after };
  return canonical(table);
}

/** The weights that the number was drawn from: after pity those of the slots named, else all. */
function weightsDrawn({ table, deviations }) {
  const pity = deviations.find(({ kind }) => kind === 'pity');
  return table.slots.map(({ weight }, slot) =>
    pity === undefined || pity.slots.includes(slot) ? BigInt(weight) : 0n,
  );
}

/** Whether the deviations, each sound by itself, lead from the drawn slot to the one given. */
function slotExplained({ table, deviations, slot: given }, drawn) {
  const pities = deviations.filter(({ kind }) => kind === 'pity');
  const named = deviations.filter(({ kind }) => kind !== 'pity').map(({ slot }) => slot);
  if (pities.length === 0) {
    if (named.length === 0) return given === drawn;
    return named.length === 1 && named[0] === drawn && given === table.fallback;
  }
  const [{ losses, slots }] = pities;
  if (pities.length > 1 || table.pity === undefined || losses < table.pity.after) return false;
  const wins = table.pity.wins.filter((slot) => table.slots[slot].weight > 0);
  const ordered = slots.every((slot, at) => at === 0 || slots[at - 1] < slot);
  // Every win is either among the slots drawn from or has one reason: no slot stands in both.
  const all = [...slots, ...named].sort((a, b) => a - b);
  return ordered && given === drawn && canonical(all) === canonical(wins);
}

function faultsOfShape(receipt) {
  const hex = (text, digits) =>
    typeof text === 'string' && text.length === digits && /^[0-9a-f]*$/.test(text);
  const counter = (value) => Number.isSafeInteger(value) && value >= 0;
  const rules = {
    version: receipt.version === 1,
    labels: [receipt.site, receipt.game, receipt.stream].every((text) => typeof text === 'string'),
    seeds:
      hex(receipt.serverSeed, 64) && hex(receipt.commitment, 64) && hex(receipt.clientSeed, 32),
    counters: ['epoch', 'index', 'number', 'round', 'drawn', 'slot'].every((key) =>
      counter(receipt[key]),
    ),
    weights:
      receipt.table.slots.every(({ weight }) => counter(weight)) &&
      receipt.table.slots.some(({ weight }) => weight > 0),
    pity:
      receipt.table.pity === undefined ||
      (receipt.table.pity.after >= 1 &&
        receipt.table.pity.wins.every((slot) => receipt.table.slots[slot] !== undefined)),
    deviations: receipt.deviations.every((deviation) => soundAlone(deviation, receipt.table)),
  };
  return Object.keys(rules).filter((name) => !rules[name]);
}

/** Whether the counters of one deviation say what its kind means. */
function soundAlone({ kind, ...rest }, { slots }) {
  const numbers = Object.values(rest).flat();
  const counted = numbers.every(
    (value) =>
      value === null || typeof value === 'string' || (Number.isSafeInteger(value) && value >= 0),
  );
  if (!counted) return false;
  switch (kind) {
    case 'sold_out':
      return rest.left === 0;
    case 'paced':
      return rest.released <= rest.given;
    case 'over_budget':
      return (
        ['day', 'campaign', 'shopper'].includes(rest.scope) && rest.cap - rest.spent < rest.cost
      );
    case 'tier_only':
      // It is for some tiers, and whoever played holds none of them.
      return slots[rest.slot]?.tiers?.includes(rest.level) === false;
    case 'pity':
      return rest.slots.some((slot) => slots[slot]?.weight > 0);
    default:
      return false;
  }
}

/** What this implementation makes of the inputs of one published vector, in the same shape. */
export function workedOut({ name, drawKey, place, receipt }) {
  const placeText = canonical(place);
  const seed = createHmac('sha256', Buffer.from(drawKey, 'hex')).update(placeText).digest();
  const tableText = tableOf(receipt.table);
  const tableHash = createHash('sha256').update(tableText).digest('hex');
  const total = weightsDrawn(receipt).reduce((sum, weight) => sum + weight, 0n);
  const rounds = Array.from({ length: receipt.round + 1 }, (_, round) => {
    const message = `${receipt.clientSeed}:${place[4]}:${round}`;
    const signature = createHmac('sha256', seed).update(message).digest();
    const number = below(signature, total);
    return {
      message,
      messageBytes: Buffer.from(message).toString('hex'),
      hmac: signature.toString('hex'),
      first8: signature.subarray(0, 8).toString('hex'),
      value: signature.readBigUInt64BE(0).toString(),
      number: number === undefined ? null : Number.parseInt(`${number}`, 10),
    };
  });
  return {
    name,
    drawKey,
    place,
    placeText,
    placeBytes: Buffer.from(placeText).toString('hex'),
    serverSeed: seed.toString('hex'),
    tableText,
    tableBytes: Buffer.from(tableText).toString('hex'),
    tableHash,
    commitmentBytes: seed.toString('hex') + tableHash + Buffer.from(placeText).toString('hex'),
    commitment: createHash('sha256')
      .update(Buffer.concat([seed, Buffer.from(tableHash, 'hex'), Buffer.from(placeText)]))
      .digest('hex'),
    weightTotal: Number(total),
    rounds,
    receipt,
  };
}
