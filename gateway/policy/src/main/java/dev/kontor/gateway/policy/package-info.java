/** Decides from data alone ({@code policy.yaml}) which route a request means and whether its caller may use it. */
package dev.kontor.gateway.policy;
