package roadcase.script;

import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Keeps what a script's top-level names stand for, so that the prompt can say them: after each {@code def mix = ...} of
 * the script comes a call of {@link #keep}. After type checking, so that nobody's checks see it.
 */
public final class KeepNames extends CompilationCustomizer {
    private static final MethodNode KEEP = ClassHelper.make(KeepNames.class).getMethods("keep").get(0);

    KeepNames() {
        super(CompilePhase.INSTRUCTION_SELECTION);
    }

    /** Called by compiled scripts. */
    public static void keep(Script script, String name, Object value) {
        script.getBinding().setVariable(name, value);
    }

    /** What a script that has run has kept. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(Script script) {
        return script.getBinding().getVariables();
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) return;
        for (MethodNode run : type.getMethods("run"))
            if (run.getParameters().length == 0 && run.getCode() instanceof BlockStatement block) keepIn(block);
    }

    private static void keepIn(BlockStatement block) {
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : block.getStatements()) {
            kept.add(statement);
            if (statement instanceof ExpressionStatement e && e.getExpression() instanceof DeclarationExpression d
                    && !d.isMultipleAssignmentDeclaration()) kept.add(keeping(d.getVariableExpression()));
        }
        block.getStatements().clear();
        block.getStatements().addAll(kept);
    }

    private static Statement keeping(VariableExpression declared) {
        VariableExpression value = new VariableExpression(declared);
        value.setType(declared.getType());
        MethodCallExpression call = new MethodCallExpression(new ClassExpression(ClassHelper.make(KeepNames.class)), "keep",
                new ArgumentListExpression(new VariableExpression("this"), new ConstantExpression(declared.getName()), value));
        call.setImplicitThis(false);
        call.setMethodTarget(KEEP);
        return new ExpressionStatement(call);
    }
}
