import type { Claim } from '../../domain/claim.ts';
import { claimToQr } from '../../exports/claim-code.ts';
import { drawQr } from '../qr.ts';
import { pageAddress } from '../share.ts';

/** Draws a claim. */
export const drawClaim = (claim: Claim, canvas: HTMLCanvasElement): void =>
  drawQr(claimToQr(claim, pageAddress()), canvas);
