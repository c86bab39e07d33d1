using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Journal;

/// <summary>Why a journal can't be used.</summary>
internal static class JournalProblems
{
    public static FailoverProblem OfOpening(string path, FileMode mode, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException when mode == FileMode.Open => new(
            FailoverProblemKind.JournalMissing, path, $"There is no journal '{path}'.", "Correct its path. A plan that was never begun has none: execute it."),
        DirectoryNotFoundException => Inaccessible(path, $"The folder of the journal '{path}' is not there.", "Create it, or name another file."),
        UnauthorizedAccessException when Directory.Exists(path) => Inaccessible(path, $"The journal '{path}' is a folder.", "Name a file in it."),
        UnauthorizedAccessException => Inaccessible(path, $"This user may not read and write the journal '{path}'.", "Grant both rights, or name another file."),
        PathTooLongException => Inaccessible(path, $"The path of the journal '{path}' is too long.", "Name another file."),
        _ => new(
            FailoverProblemKind.JournalInUse, path, $"The journal '{path}' can't be opened: {failure.Message}", "Wait until the other execution has ended, if there is one; else correct the cause."),
    };

    public static FailoverProblem OfAnotherPlan(string path, FailoverPlan its, FailoverPlan plan) => new(
        FailoverProblemKind.JournalOfAnotherPlan, path, $"The journal '{path}' belongs to the plan {its.Id}, not to {plan.Id}.", "Resume or abort that plan, or name another file.");

    public static FailoverProblem WithoutPlan(string path) => new(
        FailoverProblemKind.JournalDamaged, path, $"The journal '{path}' has no plan: nothing was begun.", "Execute the plan.");

    /// <param name="path">Path of the journal.</param>
    /// <param name="line">Number of the line, from 1.</param>
    /// <param name="known">What the lines before it tell; <see langword="null"/> if there are none.</param>
    public static FailoverProblem OfLine(string path, int line, FailoverOutcome? known) => new(
        FailoverProblemKind.JournalDamaged,
        path,
        FormattableString.Invariant($"Line {line} of the journal '{path}' is not what was written into it.{Before(known)}"),
        known is null
            ? "Restore it from a copy, or name another file: nobody else's file is written to."
            : $"Restore it from a copy. Without one, look which cluster clients work on and where groups are on {known.Plan.To}, and make a new plan: it begins with what it finds.");

    private static string Before(FailoverOutcome? known)
    {
        if (known is null)
        {
            return " Its plan can't be read.";
        }

        int done = known.Steps.Count(s => s.State == StepState.Done);
        return FormattableString.Invariant($" The lines before prove {done} of {known.Steps.Count} steps done; what came later is not known.");
    }

    private static FailoverProblem Inaccessible(string path, string message, string remedy) => new(FailoverProblemKind.JournalInaccessible, path, message, remedy);
}
