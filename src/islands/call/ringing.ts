/** Hertz of the tone, and seconds at which its two beats begin and end within one ring, as phones ring in India. */
const TONE = 400;
const BEATS = [0, 0.4, 0.6, 1] as const;
const RING = 3;
/** Nobody leaves a drill ringing for longer, in rings. */
const MOST = 20;

/**
 * Rings softly, with a tone made on the spot.
 * @returns how to stop it
 */
export function startRinging(): () => void {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = TONE;
  volume.gain.value = 0;
  for (let ring = 0; ring < MOST; ring++) {
    for (const [index, beat] of BEATS.entries()) {
      const at = context.currentTime + ring * RING + beat;
      volume.gain.setTargetAtTime(index % 2 === 0 ? 0.08 : 0, at, 0.01);
    }
  }
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + MOST * RING);
  return () => void context.close().catch(() => undefined);
}
