let context: AudioContext | undefined;

/**
 * Two short soft notes, made by the browser itself: no file, no permission. Where sound is refused (no press on the page yet, no output) nothing happens.
 */
export function toque(): void {
  try {
    context ??= new AudioContext();
    const { currentTime: now, destination } = context;
    void context.resume();
    for (const [place, hertz] of [660, 880].entries()) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const from = now + place * 0.18;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.12, from + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.4);
      tone.connect(volume).connect(destination);
      tone.start(from);
      tone.stop(from + 0.45);
    }
  } catch {
    // The title tells it too.
  }
}
