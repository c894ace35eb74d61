package roadcase.rig;

import roadcase.rig.plan.Origin;
import roadcase.rig.plan.RackPlan;
import roadcase.rig.plan.SlotPlan;

/** Sentences about the rack, with its slots called as the gig calls them. Any thread. */
final class RackReports {
    private final Witness witness;
    private volatile RackPlan plan;
    private volatile RackGuest guest = RackGuest.NOBODY;

    RackReports(Witness witness) {
        this.witness = witness;
    }

    /** What the rig that plays says of its rack; null for nothing. */
    RackPlan plan() {
        return plan;
    }

    void plan(RackPlan next) {
        plan = next;
    }

    /** Who is told what comes and goes. */
    RackGuest guest() {
        return guest;
    }

    void guest(RackGuest next) {
        guest = next;
    }

    /** Null where the gig says nothing of it. */
    SlotPlan slot(int number) {
        RackPlan wanted = plan;
        return wanted == null ? null : wanted.slot(number);
    }

    /** As a sentence calls it. */
    String said(int slot) {
        SlotPlan said = slot(slot);
        return said == null ? slot == 0 ? "the master" : "slot " + slot : said.said();
    }

    /** What follows a slot's name where the plugin of a place is missing. */
    static String without(int position, String plugin, String why) {
        return (position == 0 ? " stays silent, without '" : " goes without '") + plugin + "': " + why;
    }

    void say(String sentence) {
        witness.note(System.nanoTime(), sentence);
    }

    /** Of no place in a script. */
    void fault(String sentence) {
        fault(Origin.NOWHERE, sentence);
    }

    void fault(Origin origin, String sentence) {
        witness.fault(System.nanoTime(), origin, sentence);
    }

    /** @param rest goes on after the slot's name */
    void fault(int slot, String rest) {
        SlotPlan said = slot(slot);
        fault(said == null ? Origin.NOWHERE : said.origin(), said(slot) + rest);
    }
}
