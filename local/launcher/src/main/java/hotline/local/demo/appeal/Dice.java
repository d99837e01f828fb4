package hotline.local.demo.appeal;

/**
 * Decisions that look random and repeat: what falls depends only on the seed and on the key, never
 * on the order or the thread in which it is asked.
 */
public final class Dice {

  private final long seed;

  public Dice(long seed) {
    this.seed = seed;
  }

  /** A number from 0 to {@code bound - 1}. */
  public int below(int bound, Object... key) {
    return (int) Math.floorMod(hash(key), (long) bound);
  }

  /** Whether a thing happens that happens in {@code percent} of all cases. */
  public boolean chance(int percent, Object... key) {
    return below(100, key) < percent;
  }

  private long hash(Object... key) {
    long hash = mix(seed + 0x9E3779B97F4A7C15L);
    for (Object part : key) {
      String text = String.valueOf(part);
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
      }
      hash = mix(hash);
    }
    return hash;
  }

  /** The finalizer of SplitMix64: every bit of the input moves every bit of the output. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
