import type { Attachment } from '@bandeng/contracts/types';
import { api } from './http';

/** Sends one file; the same `id` again after a break is the same file. */
export function uploadFile(file: File, id: string): Promise<Attachment> {
  const form = new FormData();
  form.set('id', id);
  form.set('file', file);
  return api.call('files.create', { body: form } as object);
}

const addresses = new Map<string, Promise<string | null>>();

/** Where the bytes of a file can be seen by who is signed in: by a ticket while it is one's own, else as everybody. */
export function addressOfFile(id: string): Promise<string | null> {
  let address = addresses.get(id);
  if (!address) {
    address = api.call('files.ticket', { params: { id } }).then(
      ({ url }) => url,
      () => `/api/v1/files/${encodeURIComponent(id)}`,
    );
    addresses.set(id, address);
    // A ticket is good for five minutes.
    setTimeout(() => addresses.delete(id), 240_000);
  }
  return address;
}
