package hotline.node.reference;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The letters by which people who type pinyin pick a name: {@code sjtysj} for 市交通运输局. Characters
 * with several readings are read as in the word that they stand in: 重庆 is {@code cq}.
 */
@Singleton
public final class Initials {

  /** Names of units, matters and regions: few, and asked for again with every form. */
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /**
   * In lower case; Latin letters and digits stay, everything else that has no reading is left out.
   */
  public String of(String name) {
    return known.computeIfAbsent(name, Initials::read);
  }

  private static String read(String name) {
    List<Pinyin> readings = PinyinDictionary.convertToPinyin(name);
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      if (character < 128 && Character.isLetterOrDigit(character)) {
        initials.append(Character.toLowerCase(character));
      } else if (readings.get(i) != Pinyin.none5) {
        initials.append(readings.get(i).getPinyinWithoutTone().charAt(0));
      }
    }
    return initials.toString();
  }
}
