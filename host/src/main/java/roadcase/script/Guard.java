package roadcase.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.*;
import org.codehaus.groovy.ast.expr.*;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.ExtensionMethodCache;
import org.codehaus.groovy.transform.stc.ExtensionMethodNode;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import roadcase.rig.Spelling;

/**
 * Talks to musicians where Groovy's checker talks to programmers, and refuses what compiles but cannot be meant.
 */
final class Guard extends AbstractTypeCheckingExtension {
    private final Dialect dialect;
    private final Vocabulary vocabulary;
    private final Permits permits;
    private final Braces braces;
    private final TypeNames types;
    /** Names that a line at the prompt sees besides its own, with their types; null in a script. */
    private final Map<String, Class<?>> known;
    /** What was refused already: what is said to it or with it is no mistake of its own. */
    private final Set<ASTNode> broken = Collections.newSetFromMap(new IdentityHashMap<>());

    private ExpressionStatement line;

    Guard(StaticTypeCheckingVisitor visitor, Dialect dialect, Vocabulary vocabulary, TypeNames types,
            Map<String, Class<?>> known) {
        super(visitor);
        this.known = known;
        this.dialect = dialect;
        this.vocabulary = vocabulary;
        this.permits = new Permits(vocabulary);
        this.braces = new Braces(context, vocabulary);
        this.types = types;
    }

    /** The checker comes to this line. */
    void at(ExpressionStatement newLine) {
        if (newLine.getLineNumber() > 0) line = newLine;
    }

    /** Refuses a place; where the node has none, the nearest around it that was written by somebody. */
    void refuse(String sentence, ASTNode node) {
        ASTNode at = node;
        if (at.getLineNumber() <= 0) at = context.getEnclosingBinaryExpression();
        if (at == null || at.getLineNumber() <= 0) at = context.getEnclosingMethodCall();
        if (at == null || at.getLineNumber() <= 0) at = line;
        context.getErrorCollector().addErrorAndContinue(Told.at(at, sentence, context.getSource()));
        broken.add(node);
    }

    Braces braces() {
        return braces;
    }

    boolean isBroken(Expression e) {
        return broken.contains(e);
    }

    /** A script's main and constructors, which nobody wrote. */
    private boolean nobodyWrote() {
        MethodNode method = context.getEnclosingMethod();
        return method != null && nobodyWrote(method);
    }

    private static boolean nobodyWrote(MethodNode method) {
        return method.getLineNumber() <= 0 && !method.getName().equals("run");
    }

    // --- what was found

    @Override
    public void onMethodSelection(Expression call, MethodNode target) {
        if (nobodyWrote()) return;
        String word = call instanceof MethodCall ? target.getName() : Vocabulary.word(target);
        String why = permits.refuseCall(target, word);
        if (why != null) {
            refuse(why + instead(target.getName()), call);
            return;
        }
        if (target.getDeclaringClass() != null && Vocabulary.isBuilding(target) && known != null
                && !Vocabulary.isFineAtThePrompt(target))
            refuse("'" + word + "' builds the rig and cannot be said at the prompt: write it into the script and save",
                    call);
        else if (target.getDeclaringClass() != null && Vocabulary.isBuilding(target) && known == null
                && braces.inReaction())
            refuse("'" + word + "' builds the rig and cannot be said inside a reaction: say it at the top of"
                    + " the script and use here what it gives", call);
        braces.mark(call, target);
    }

    private String instead(String method) {
        String hint = dialect.insteadOf().get(method);
        return hint == null ? "" : "; " + hint;
    }

    // --- what was not found

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression v) {
        String name = v.getName();
        if (known != null && known.containsKey(name)) {
            makeDynamic(v, ClassHelper.make(known.get(name)));
            return true;
        }
        ClassNode here = braces.place();
        if (vocabulary.has(here, name) && !vocabulary.named(here, name).isEmpty()) refuse(asWord(here, name), v);
        else if (braces.inBlock() && vocabulary.has(vocabulary.script(), name)) refuse(belongsToScript(name), v);
        else {
            Set<String> near = new TreeSet<>(vocabulary.words(here));
            near.addAll(locals());
            near.addAll(types.names());
            if (known != null) near.addAll(known.keySet());
            BinaryExpression around = context.getEnclosingBinaryExpression();
            boolean named = around != null && around.getLeftExpression() == v
                    && around.getOperation().getType() == Types.EQUAL;
            refuse("nobody here is called '" + name + "'" + (named ? "; to give this name write def " + name + " = ..."
                    : Spelling.didYouMean(name, near)), v);
        }
        makeDynamic(v);
        return true;
    }

    private String asWord(ClassNode here, String name) {
        String forms = vocabulary.forms(here, name);
        BinaryExpression around = context.getEnclosingBinaryExpression();
        if (around != null && Set.of("-", "[").contains(around.getOperation().getText()))
            return "'" + name + "' takes " + forms + "; what begins with - or [ goes in parentheses: " + name + "("
                    + (around.getOperation().getText().equals("-") ? "-" : "[") + "...)";
        if (forms.contains("()")) return "'" + name + "' needs parentheses: " + name + "()";
        return "'" + name + "' takes " + forms;
    }

    private static String belongsToScript(String name) {
        return "'" + name + "' belongs to the script and cannot be said inside these braces: say it above, with a name"
                + " of its own, and use the name here";
    }

    /** The names that the script gives, and its methods are not among them: blocks do not see those. */
    private Collection<String> locals() {
        Set<String> names = new TreeSet<>();
        for (ClassNode c : context.getSource().getAST().getClasses())
            for (MethodNode m : c.getMethods())
                if (m.getCode() != null) m.getCode().visit(new CodeVisitorSupport() {
                    @Override
                    public void visitDeclarationExpression(DeclarationExpression d) {
                        if (!d.isMultipleAssignmentDeclaration()) names.add(d.getVariableExpression().getName());
                        super.visitDeclarationExpression(d);
                    }
                });
        return names;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression p) {
        String name = p.getPropertyAsString();
        Expression object = p.getObjectExpression();
        String full = object instanceof VariableExpression v ? v.getName() + "." + name : name;
        if (known != null && known.containsKey(full)) {
            makeDynamic(p, ClassHelper.make(known.get(full)));
            return true;
        }
        if (isBroken(object)) {
            broken.add(p);
        } else {
            ClassNode type = object instanceof ClassExpression c ? c.getType() : getType(object);
            Set<String> words = wordsOf(type);
            if (vocabulary.named(type, name).isEmpty() && isMethodOfJava(type, name))
                refuse("'" + name + "' needs parentheses: ." + name + "()", place(p.getProperty(), p));
            else if (!vocabulary.named(type, name).isEmpty())
                refuse("'" + name + "' needs parentheses: ." + name + "("
                        + (vocabulary.forms(type, name).contains("()") ? "" : "...")
                        + ")", place(p.getProperty(), p));
            else refuse((object instanceof ClassExpression ? Vocabulary.shortName(type) : a(type)) + " has no '" + name
                    + "'"
                    + Spelling.didYouMean(name, words), place(p.getProperty(), p));
            broken.add(p);
        }
        makeDynamic(p);
        return true;
    }

    private boolean isMethodOfJava(ClassNode type, String name) {
        if (vocabulary.ours(type)) return false;
        if (!type.getMethods(name).isEmpty()) return true;
        return ExtensionMethodCache.INSTANCE.get(context.getSource().getClassLoader()).values().stream()
                .flatMap(List::stream)
                .anyMatch(m -> m.getName().equals(name) && !ClassHelper.isObjectType(m.getDeclaringClass())
                        && StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, m.getDeclaringClass()));
    }

    private static ASTNode place(ASTNode wanted, ASTNode otherwise) {
        return wanted.getLineNumber() > 0 ? wanted : otherwise;
    }

    private String a(ClassNode type) {
        return vocabulary.plain(type);
    }

    /** The type's words, and those that the language adds to types of Java: {@code dB} of a number. */
    private Set<String> wordsOf(ClassNode type) {
        Set<String> words = vocabulary.words(type);
        if (!vocabulary.ours(type)) {
            var extensions = ExtensionMethodCache.INSTANCE.get(context.getSource().getClassLoader());
            for (List<MethodNode> added : extensions.values())
                for (MethodNode m : added)
                    if (m instanceof ExtensionMethodNode x
                            && vocabulary.ours(x.getExtensionMethodNode().getDeclaringClass()))
                        words.add(Vocabulary.word(m));
        }
        return words;
    }

    @Override
    public List<MethodNode> handleMissingMethod(ClassNode receiver, String name, ArgumentListExpression arguments,
            ClassNode[] argumentTypes, MethodCall call) {
        ASTNode node = (ASTNode) call;
        Expression object = call instanceof MethodCallExpression m ? m.getObjectExpression() : null;
        boolean consequence = object != null && isBroken(object)
                || arguments.getExpressions().stream().anyMatch(this::isBroken);
        if (consequence) broken.add(node);
        else missing(receiver, name, argumentTypes, call, node);
        return List.of(newMethod(name, ClassHelper.OBJECT_TYPE));
    }

    private void missing(ClassNode receiver, String name, ClassNode[] argumentTypes, MethodCall call, ASTNode node) {
        boolean here = call instanceof MethodCallExpression m && m.isImplicitThis();
        ClassNode type = here ? braces.place() : receiver;
        String given = "(" + vocabulary.plain(argumentTypes) + ")";
        BinaryExpression sum = context.getEnclosingBinaryExpression();
        if (node.getLineNumber() <= 0 && sum != null && sum.getOperation().getType() != Types.LEFT_SQUARE_BRACKET) {
            String sign = sum.getOperation().getText();
            refuse(Set.of("-", "+").contains(sign) && vocabulary.ours(receiver)
                    ? "a comma or a pair of parentheses is missing before the " + (sign.equals("-") ? "minus" : "plus")
                    : "'" + sign + "' does not go between " + a(receiver) + " and " + vocabulary.plain(argumentTypes),
                    sum);
            broken.add(node);
        } else if (name.equals("<init>")) {
            refuse("'new " + a(receiver) + "' does not take " + given, node);
        } else if (name.equals("call") && call instanceof MethodCallExpression m
                && m.getObjectExpression() instanceof VariableExpression v) {
            hidden(v.getName(), receiver, node);
        } else if (name.equals("call") && !vocabulary.ours(receiver)) {
            refuse("something is missing between two things here: a comma, or a word before them", node);
        } else if (vocabulary.has(type, name) && !vocabulary.named(type, name).isEmpty()) {
            refuse(wrongArguments(type, name, given, argumentTypes), node);
        } else if (here && braces.inBlock() && isMethodOfScript(name)) {
            refuse("'" + name + "' is a method, and braces do not see the script's methods: make it a name instead,"
                    + " def " + name + " = { ... }", node);
        } else if (here && braces.inBlock() && vocabulary.has(vocabulary.script(), name)) {
            refuse(belongsToScript(name), node);
        } else if (!here && ClassHelper.isObjectType(receiver) && call instanceof MethodCallExpression m
                && m.getObjectExpression() instanceof VariableExpression v) {
            refuse("'" + v.getName() + "' can be anything here, and '" + name
                    + "' is not a word of everything: say what it is,"
                    + " as in { String " + v.getName() + " -> ... }", node);
        } else {
            String who = here ? braces.name() : a(type);
            Set<String> near = new TreeSet<>(wordsOf(type));
            if (here) near.addAll(types.names());
            String instead = instead(name);
            refuse(who + " has no word '" + name + "'"
                            + (instead.isEmpty() ? Spelling.didYouMean(name, near) : instead),
                    call instanceof MethodCallExpression m ? place(m.getMethod(), node) : node);
            broken.add(node);
        }
    }

    private String wrongArguments(ClassNode type, String name, String given, ClassNode[] types) {
        String forms = vocabulary.forms(type, name);
        boolean point = Arrays.stream(types)
                .anyMatch(t -> t != null && t.getNameWithoutPackage().matches("(?i)BigDecimal|double|float"));
        if (point && forms.contains(given)) return "'" + name + "' takes whole numbers, without a point";
        boolean unknown = Arrays.stream(types).anyMatch(t -> t != null && ClassHelper.isObjectType(t));
        return "'" + name + "' does not take " + given + "; it takes " + forms
                + (unknown ? "; if you know better, say so, as in { String x -> ... }" : "");
    }

    private void hidden(String name, ClassNode type, ASTNode node) {
        if (vocabulary.has(braces.place(), name) || vocabulary.has(vocabulary.script(), name))
            refuse("'" + name + "' is a name you gave to something (" + a(type) + ") and hides the word '" + name
                    + "': choose another name", node);
        else refuse("'" + name + "' is " + a(type) + " and cannot be said like a word", node);
    }

    private boolean isMethodOfScript(String name) {
        return context.getSource().getAST().getClasses().stream().anyMatch(c -> !c.getDeclaredMethods(name).isEmpty());
    }

    @Override
    public List<MethodNode> handleAmbiguousMethods(List<MethodNode> methods, Expression call) {
        // Groovy's own choice has failed; the first is as good as any, since the line is refused.
        refuse("'" + methods.get(0).getName() + "' can be meant in more than one way here: it takes "
                + vocabulary.forms(methods.get(0).getDeclaringClass(), methods.get(0).getName()), call);
        return new ArrayList<>(methods.subList(0, 1));
    }

    @Override
    public void afterVisitMethod(MethodNode method) {
        if (method.getCode() == null || nobodyWrote(method)) return;
        new Strict(this, permits).visitMethod(method);
        if (known == null) new Nowhere(this).visitMethod(method);
    }
}
