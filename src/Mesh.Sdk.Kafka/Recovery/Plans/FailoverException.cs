using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>A plan can't be executed, or its execution stopped. What was done is in the journal, and executing the plan again goes on from there.</summary>
public sealed class FailoverException : Exception
{
    internal FailoverException(EquatableList<FailoverProblem> problems, FailoverOutcome? outcome = null, Exception? inner = null)
        : base(Describe(problems, outcome), inner) => (Problems, Outcome) = (problems, outcome);

    /// <summary>Gets all that is wrong.</summary>
    public EquatableList<FailoverProblem> Problems { get; }

    /// <summary>Gets which steps are done and which are not; <see langword="null"/> if none was begun.</summary>
    public FailoverOutcome? Outcome { get; }

    private static string Describe(EquatableList<FailoverProblem> problems, FailoverOutcome? outcome)
    {
        IEnumerable<string> lines = problems.Select(p => p.ToString());
        return string.Join(Environment.NewLine, outcome is null ? lines : lines.Append(outcome.ToString()));
    }
}
