package roadcase.words

import groovy.transform.PackageScope
import roadcase.rig.RigBuilder
import roadcase.rig.plan.BanksPlan.BankPlan
import roadcase.rig.plan.Origin
import roadcase.rig.plan.Reaction

/** What is said about a bank, gathered while its block is read. */
@PackageScope
final class BankDraft {
    final String name
    final Origin origin
    final List<Reaction> onEnter = []
    private int channel

    BankDraft(String name, Origin origin) {
        this.name = name
        this.origin = origin
    }

    void onChannel(RigBuilder rig, int number) {
        Quantity.CHANNEL.checked(rig, number)
        if (channel != 0 && channel != number)
            throw rig.error("bank $name sends on channel $channel already, not on $number as well")
        channel = number
    }

    /** With what every bank has: its reactions go first, its channel counts where this bank has none. */
    BankPlan finished(BankDraft every) {
        new BankPlan(name, channel == 0 ? every.channel : channel, every.onEnter + onEnter, origin)
    }
}
