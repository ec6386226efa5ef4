/** Does the work for each of `left`, two at a time, in order. */
export async function inLanes(names, work) {
  const left = [...names];
  const lane = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) await work(name);
  };
  await Promise.all([lane(), lane()]);
}
