import sharp from 'sharp';

/** A photo as a phone takes it: where, when and with what are in it, and it lies on its side. */
export const photograph = (width = 3_000, height = 2_000): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c8a' } })
    .withExif({
      IFD0: { Make: 'Bandeng', Model: 'PHONE-77', DateTime: '2026:11:16 09:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 2/1 3/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 4/1 5/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>SECRET-PLACE</place></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
