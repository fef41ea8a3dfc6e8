/** What tests of the services share: real servers, passports, facts, the movable clock, and the rules of the house. */
package dev.kontor.testkit;
