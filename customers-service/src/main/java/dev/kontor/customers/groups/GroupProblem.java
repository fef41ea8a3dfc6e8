package dev.kontor.customers.groups;

import dev.kontor.platform.web.Problem;

/** Why something of a group is refused. */
final class GroupProblem {

    private GroupProblem() {}

    /** 409: another group of the partner has that name. */
    static Problem nameTaken(String name) {
        return Problem.of(409, "group-name-taken", name);
    }

    /** 409: a customer shows all its groups, so it is in a bounded number of them. */
    static Problem tooManyGroups(int most) {
        return Problem.of(409, "too-many-groups", most);
    }
}
