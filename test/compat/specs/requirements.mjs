/** runOnRequirements of the unified test format: is a test meant for this server? */

const numbersOf = version => version.split('.').map(Number);

function compare(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

/** Why none of the alternatives fits, or undefined when one does (or there are none). */
export function unmetRequirement(alternatives, server) {
  if (!alternatives?.length) return undefined;
  const reasons = alternatives.map(wanted => missing(wanted, server));
  return reasons.includes(undefined) ? undefined : `the test ${reasons[0]}`;
}

function missing(wanted, { version, topology, parameters }) {
  const { minServerVersion: least, maxServerVersion: most, topologies } = wanted;
  if (least && compare(version, numbersOf(least)) < 0) return `needs ${least}`;
  if (most && compare(version, numbersOf(most)) > 0) return `is for servers up to ${most}`;
  if (topologies && !topologies.includes(topology)) return `is for ${topologies.join(', ')}`;
  if (wanted.auth === true) return 'needs users';
  if (wanted.serverless === 'require') return 'needs Atlas';
  if (wanted.csfle) return 'needs encryption';
  const parameter = Object.keys(wanted.serverParameters ?? {}).find(
    name => parameters[name] !== wanted.serverParameters[name],
  );
  return parameter && `needs the parameter ${parameter}`;
}
