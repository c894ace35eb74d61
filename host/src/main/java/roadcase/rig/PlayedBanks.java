package roadcase.rig;

import java.util.List;
import roadcase.rig.Cells.BankCell;
import roadcase.rig.plan.BanksPlan;

/** A group of banks while it plays. */
final class PlayedBanks {
    final BanksPlan plan;
    final BankCell cell;
    int active;

    PlayedBanks(BanksPlan plan, BankCell cell) {
        this.plan = plan;
        this.cell = cell;
        this.active = Math.max(0, index(cell.active));
    }

    /** The bank that was active is, or the first where that one is gone. */
    void settle() {
        active = Math.max(0, index(cell.active));
        if (!plan.banks().isEmpty()) cell.active = plan.banks().get(active).name();
    }

    List<BanksPlan.BankPlan> banks() {
        return plan.banks();
    }

    /** Place of a bank, or -1. */
    int index(String bank) {
        for (int i = 0; i < plan.banks().size(); i++) if (plan.banks().get(i).name().equals(bank)) return i;
        return -1;
    }

    /** Where a step leads: stops at the ends, or goes round. */
    int step(int by) {
        int count = plan.banks().size();
        if (plan.wraps()) return Math.floorMod(active + by, count);
        return Math.max(0, Math.min(count - 1, active + by));
    }
}
