import decodeQR from 'qr/decode.js';

/** Something with pixels: a frame of a video, a picture. */
export type Source = HTMLVideoElement | HTMLImageElement;

/** What new browsers on phones can do by themselves, as far as we use it. */
interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: {
      new (options: { formats: string[] }): Detector;
      getSupportedFormats(): Promise<string[]>;
    };
  }
}

/** A code fills a good part of what is shown; a larger picture of it only takes longer. */
const SIDES = { video: [640], picture: [1600, 800, 400] } as const;

/** Reads the QR code of a source; null where none is seen. */
export type Decoder = (source: Source) => Promise<string | null>;

/** Opens what reads QR codes: the browser's own where it has one and that works, else the library. */
export async function openDecoder(): Promise<Decoder> {
  const detector = await ownDetector().catch(() => null);
  let isOwn = detector !== null;
  return async (source) => {
    if (detector && isOwn) {
      try {
        const [code] = await detector.detect(source);
        if (code) return code.rawValue;
        // It does not see what is small in a large picture.
        if (source instanceof HTMLVideoElement) return null;
      } catch {
        // Phones without Google's services have the name and nothing behind it.
        isOwn = false;
      }
    }
    return decoded(source);
  };
}

async function ownDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = window;
  const formats = (await BarcodeDetector?.getSupportedFormats()) ?? [];
  return BarcodeDetector && formats.includes('qr_code')
    ? new BarcodeDetector({ formats: ['qr_code'] })
    : null;
}

const canvas = document.createElement('canvas');

function decoded(source: Source): string | null {
  const isVideo = source instanceof HTMLVideoElement;
  const [width, height] = isVideo
    ? [source.videoWidth, source.videoHeight]
    : [source.naturalWidth, source.naturalHeight];
  if (width === 0 || height === 0) return null;
  for (const side of SIDES[isVideo ? 'video' : 'picture']) {
    // Of a video the square that is shown, of a picture all.
    const [w, h] = isVideo ? [Math.min(width, height), Math.min(width, height)] : [width, height];
    const scale = Math.min(1, side / Math.max(w, h));
    canvas.width = Math.round(w * scale);
    canvas.height = Math.round(h * scale);
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (!brush) return null;
    const [left, top] = [(width - w) / 2, (height - h) / 2];
    brush.drawImage(source, left, top, w, h, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(brush.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // None is seen at this size.
    }
  }
  return null;
}
