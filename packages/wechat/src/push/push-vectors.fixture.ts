/**
 * Pushes sealed without this package: plaintext built by a Python script (16 bytes "0123456789abcdef", length, message,
 * app id, padding to 32), `openssl enc -aes-256-cbc -nopad` with the key's first half as vector, SHA-1 by hashlib.
 */
export interface SealedVector {
  sealed: string;
  msgSignature: string;
}

export const token = 'qihe-push-token';
export const appId = 'wx0123456789abcdef';
export const encodingAesKey = 'bandengQihe0123456789abcdefghijklmnopqrstuQ';
/** 2026-11-21T02:00:00Z */
export const timestamp = '1795226400';
export const nonce = 'nonce4711';
export const signature = '93048194c2110c2a83cbf6a9fe16add579d5f7bf';

/** JSON: wxa_media_check with review and the label "20001" as a string. */
export const mediaVerdict: SealedVector = {
  sealed:
    'Ll2v4Wey0KyN2ZiwFUhoN3pPDDuGjpHX6pJsktzmgtvbGKb4rmxbxXyIt0X3UGNDq6J93iGZMD9RNH26hb4lVBJMhx2xw4OemFJ8tbH5Wkd7a6MFsKSN4q2qp6wCFYRroYUYMsNBvLn7NOhPARMty1EwpVUuLIex22t1lBbrr1xz8skuUeSZI+gm3G26CHluXNmLGzG5wMqUApIZIKM9Yv3AeaHl/KREZFlzgNQ5wkhcjIaKJb0nUl+i8cgZkGNy/ySku8uT5xuZmUCulQTknAmuZzG9nNa8P926ePeGwS7PqIxqcEc2qcZlPZm29tXgl4XYmHHCB/5Xb4t8S//905i2kOU15By8d+pJIvHd8t3W0HTurhuYVBE8GpGL16dz',
  msgSignature: '231348406f3046fb84ffaf07f7f973bc33fe879c',
};

/** XML: subscribe_msg_sent_event with one item. */
export const sentEvent: SealedVector = {
  sealed:
    'Ll2v4Wey0KyN2ZiwFUhoN5QOeyx0U9UE86fxVHPLPUT4WugB8hzrexF1OV3oiEc1CM0hOch25Usg+rVF/Ob1qJnUGc6ju2IwN/9cLxDDTLpKQdazVj7gmEk13ScqPoe8XSN+quzm++27xdP9adj3ITfy3Q5cbSjXUwmymoBsPPnQyVi5+J1DGFhgvONV3OARlr+DLkvCFRQ3w8FPcZ0oawe4Rx3pTspiRIHkQHSYzCOGDJ+yp9yY7IARmQH021W9dQE90VuYNu4wXmHR3kVsFIkOk4r+gm+GqoSB0sudRVRcjdIIwE5FuYpjCU4EmO4nqRi3zVr6jtXa5r8DBuQyTMBK6M6FVmlnD+q14yVStv1f3EEdGrv+wUOPKPymlFOLWwSB8VKXT8BS07j8//VuudZEehuEv5g/vrjM9a4mKa137NDgjw2OKNk3t1ldmLg9ki3V9z8jIjFOptq7oyFuvoNrUfTeeOO9X3xIl0VuUePG5wnkaZJAzWOtIpPMoW5LyP1G5+KmETjmdjK3dL6URYc3p1gk4qPSE+9X+VNg0ayML745WPZtv8LE7coBKIuAgYExhkmu9plURyFOapknyRlsXSxtB7lyL5O1cgQk+BR5UTKU19Vej3Q7+qllVDgb',
  msgSignature: '2253ea368244362e7926e92daedf58c92c331f23',
};

/** Sealed for the app wxffffffffffffffff. */
export const otherApp: SealedVector = {
  sealed:
    'Ll2v4Wey0KyN2ZiwFUhoN8gtyDv3eX3lzMNC0V2JYkB35s60cKSbgfXMe6/cEA0TLyi0T93rNSY3EkJtlsy2SrREKl/oOBYBfXLF1sGoCKXJ/1dpZAvvYPlaQr5KedN5',
  msgSignature: 'd32dbd87951a63abe0198467fae4c0d94eebdd62',
};
