package roadcase.script;

import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
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
 * Makes the names that a script gives at its top level known to the {@link Prompt}: behind each {@code def mix = …} the
 * script keeps the object in its binding. After type checking, so that no rule for scripts meets it.
 */
final class TopNames extends CompilationCustomizer {
    private static final ClassNode HERE = ClassHelper.make(Kept.class);

    /** Called by compiled scripts. */
    public static final class Kept {
        private Kept() {}

        public static void keep(Script script, String name, Object value) {
            script.getBinding().setVariable(name, value);
        }
    }

    TopNames() {
        super(CompilePhase.INSTRUCTION_SELECTION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) return;
        MethodNode run = type.getMethod("run", Parameter.EMPTY_ARRAY);
        if (run == null || !(run.getCode() instanceof BlockStatement block)) return;
        List<Statement> statements = block.getStatements();
        for (Statement statement : new ArrayList<>(statements))
            if (statement instanceof ExpressionStatement e && e.getExpression() instanceof DeclarationExpression d
                    && !d.isMultipleAssignmentDeclaration())
                statements.add(statements.indexOf(statement) + 1, keep(d.getVariableExpression(), statement));
    }

    private static Statement keep(VariableExpression variable, Statement after) {
        ArgumentListExpression arguments = new ArgumentListExpression(List.of(
                VariableExpression.THIS_EXPRESSION, new ConstantExpression(variable.getName()), variable));
        MethodCallExpression call = new MethodCallExpression(new ClassExpression(HERE), "keep", arguments);
        call.setMethodTarget(HERE.getMethods("keep").get(0));
        call.setImplicitThis(false);
        ExpressionStatement statement = new ExpressionStatement(call);
        statement.setSourcePosition(after);
        return statement;
    }
}
