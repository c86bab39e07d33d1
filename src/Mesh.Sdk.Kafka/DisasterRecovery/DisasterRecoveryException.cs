using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>A plan for traffic and state can't be executed, or its execution stopped. Executing it again goes on where it stopped.</summary>
public sealed class DisasterRecoveryException : Exception
{
    internal DisasterRecoveryException(EquatableList<string> problems, DisasterRecoveryOutcome? outcome = null, Exception? inner = null)
        : base(string.Join(Environment.NewLine, outcome is null ? problems : [.. problems, outcome.ToString()]), inner) => (Problems, Outcome) = (problems, outcome);

    /// <summary>Gets all that is wrong, each with a remedy.</summary>
    public EquatableList<string> Problems { get; }

    /// <summary>Gets which steps are done and which are not; <see langword="null"/> if none was begun.</summary>
    public DisasterRecoveryOutcome? Outcome { get; }
}
