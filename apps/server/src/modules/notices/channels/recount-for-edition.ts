import { recountChannels, type ChannelsDeps } from './channels';

/** An edition that came into force may ask for other channels: what is missing of the notices of its entries is counted again. */
export async function recountForEdition(deps: ChannelsDeps, editionId: string): Promise<void> {
  for await (const entryIds of deps.catalog.listTouchedEntries(editionId))
    for (const entryId of entryIds)
      for await (const ids of deps.notices.idsOfEntry(entryId, deps.clock.now()))
        for (const id of ids) await recountChannels(deps, id);
}
