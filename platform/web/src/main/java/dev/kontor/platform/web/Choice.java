package dev.kontor.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A query parameter that takes one of a few words, written as in the JSON. */
public final class Choice {

    private Choice() {}

    /** The constant of that word, or null where the parameter is not given; else refused with the words there are. */
    public static <E extends Enum<E>> E of(String parameter, String word, Class<E> choices) {
        if (word == null) {
            return null;
        }
        var constants = choices.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(InputError.parameter(parameter, "one-of", words(constants))));
    }

    private static String words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Choice::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
