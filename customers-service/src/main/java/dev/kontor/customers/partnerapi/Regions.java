package dev.kontor.customers.partnerapi;

import dev.kontor.platform.web.InputError;
import dev.kontor.platform.web.Problems;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The vendor's places for data, and the addresses they go by. A customer here has a country, which also picks its prices. */
@Singleton
class Regions {

    private final Map<String, String> regionOf = new TreeMap<>();
    private final Map<String, String> geographyOf = new HashMap<>();
    private final String elsewhere;
    private final String globalHost;
    private final String tenantHost;

    /** Where a tenant's data are, in the vendor's codes. */
    record Place(String dataGeography, String dataRegion) {}

    Regions(PartnerApiConfig config) {
        config.geographies().forEach((code, geography) -> {
            regionOf.put(code, geography.region());
            geography.countries().forEach(country -> geographyOf.put(country, code));
        });
        elsewhere = config.elsewhere();
        if (!regionOf.containsKey(elsewhere)) {
            throw new IllegalArgumentException("kontor.partner-api.elsewhere names no geography: " + elsewhere);
        }
        globalHost = withoutSlash(config.host());
        tenantHost = config.tenantHost().map(Regions::withoutSlash).orElse(globalHost);
    }

    Place of(String country) {
        var geography = geographyOf.getOrDefault(country, elsewhere);
        return new Place(geography, regionOf.get(geography));
    }

    /** Without a slash at its end: clients append paths that begin with one. */
    String globalHost() {
        return globalHost;
    }

    String hostOf(Place place) {
        return tenantHost.replace("{dataRegion}", place.dataRegion());
    }

    /**
     * The country for a tenant that is wanted there, so that it reads back as asked: the contact's where its data are in
     * that geography, or the geography's own.
     *
     * @throws dev.kontor.platform.web.Problem 400 where neither is named, none is known, or they disagree
     */
    String countryFor(String dataGeography, String dataRegion, String contactsCountry) {
        var geography = dataGeography == null ? geographyWith(dataRegion) : known(dataGeography);
        if (dataRegion != null && !regionOf.get(geography).equals(dataRegion)) {
            throw Problems.invalid(InputError.pointer("/dataRegion", "one-of", regionOf.get(geography)));
        }
        return geography.equals(geographyOf.getOrDefault(contactsCountry, elsewhere)) ? contactsCountry : geography;
    }

    private String known(String geography) {
        if (!regionOf.containsKey(geography)) {
            throw Problems.invalid(
                    InputError.pointer("/dataGeography", "one-of", String.join(", ", regionOf.keySet())));
        }
        return geography;
    }

    private String geographyWith(String region) {
        if (region == null) {
            throw Problems.invalid(InputError.pointer("/dataGeography", "required"));
        }
        return regionOf.entrySet().stream()
                .filter(place -> place.getValue().equals(region))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        InputError.pointer("/dataRegion", "one-of", String.join(", ", regionOf.values()))));
    }

    private static String withoutSlash(String address) {
        return address.replaceAll("/+$", "");
    }
}
