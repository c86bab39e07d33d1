using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Groups have neither positions where they should read nor checkpoints where they should go to. Nothing was changed.</summary>
public sealed class UnknownGroupException : Exception
{
    internal UnknownGroupException(IReadOnlyList<string> groups, IReadOnlyList<string> known, string from, string to, string remedy)
        : base($"No positions are known of {string.Join(", ", groups.Select(g => $"'{g}'"))} on the Kafka cluster '{from}', and there are no checkpoints on '{to}'.{KnownGroups.Hint(known, groups)} {remedy}") =>
        (Groups, Known) = ([.. groups], [.. known]);

    /// <summary>Gets the groups.</summary>
    public EquatableList<string> Groups { get; }

    /// <summary>Gets the groups that are known, in ordinal order: those with checkpoints, and those of the source as far as it could be asked.</summary>
    public EquatableList<string> Known { get; }
}
