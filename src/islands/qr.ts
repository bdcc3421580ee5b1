import { generate } from 'lean-qr';

/** Draws a text as a QR code, dark on white with its margin. */
export const drawQr = (text: string, canvas: HTMLCanvasElement): void =>
  generate(text).toCanvas(canvas, { on: [0, 0, 0], off: [255, 255, 255], pad: 4 });
