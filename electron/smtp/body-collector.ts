/** Pieces smaller than this are copied together, so that a client that sends byte by byte costs no more memory. */
const smallPiece = 2048;
const slabBytes = 16 * 1024;

/** Collects a message in memory, up to a limit in bytes; beyond it only counts. */
export class BodyCollector {
  readonly #limit: number;
  readonly #pieces: Buffer[] = [];
  #slab: Buffer | null = null;
  #slabUsed = 0;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Bytes that came, also those that were not kept. */
  get size(): number {
    return this.#size;
  }

  get isTooLarge(): boolean {
    return this.#size > this.#limit;
  }

  add(piece: Buffer): void {
    this.#size += piece.length;
    if (this.isTooLarge) {
      this.#pieces.length = 0;
      this.#slab = null;
    } else if (piece.length >= smallPiece) {
      this.#sealSlab();
      this.#pieces.push(piece);
    } else if (piece.length > 0) {
      this.#copy(piece);
    }
  }

  /** The whole message in an ArrayBuffer of its own, so that it can be transferred to another thread. */
  concat(): Buffer {
    this.#sealSlab();
    const whole = Buffer.allocUnsafeSlow(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      at += piece.copy(whole, at);
    }
    return whole;
  }

  #copy(piece: Buffer): void {
    if (this.#slab === null || this.#slabUsed + piece.length > this.#slab.length) {
      this.#sealSlab();
      this.#slab = Buffer.allocUnsafeSlow(slabBytes);
    }
    this.#slabUsed += piece.copy(this.#slab, this.#slabUsed);
  }

  #sealSlab(): void {
    if (this.#slab !== null && this.#slabUsed > 0) {
      this.#pieces.push(this.#slab.subarray(0, this.#slabUsed));
    }
    this.#slab = null;
    this.#slabUsed = 0;
  }
}
