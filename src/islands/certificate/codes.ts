import { generate } from 'lean-qr';
import type { Claim } from '../../domain/claim.ts';
import { claimToQr } from '../../exports/claim-code.ts';

/** The address of this page, without what a link brought along. */
export const pageAddress = (): string => location.href.replace(/[?#].*$/, '');

/** Draws a text as a QR code, dark on white with its margin. */
export const drawCode = (text: string, canvas: HTMLCanvasElement): void =>
  generate(text).toCanvas(canvas, { on: [0, 0, 0], off: [255, 255, 255], pad: 4 });

/** Draws a claim. */
export const drawClaim = (claim: Claim, canvas: HTMLCanvasElement): void =>
  drawCode(claimToQr(claim, pageAddress()), canvas);
