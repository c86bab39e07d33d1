using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources;

/// <summary>What a text holds, with the place of every field, and what is wrong with the text.</summary>
public sealed record SourcedResources
{
    /// <summary>No text at all.</summary>
    public static readonly SourcedResources Empty = new() { Resources = ResourceSet.Empty, Sources = SourceMap.Empty, Report = DiagnosticReport.Empty };

    /// <summary>Gets the objects of all documents without findings. Of two with the same key the later counts, as it does when both are applied.</summary>
    public required ResourceSet Resources { get; init; }

    /// <summary>Gets where their fields stand.</summary>
    public required SourceMap Sources { get; init; }

    /// <summary>Gets what could not be read, and objects that stand twice.</summary>
    public required DiagnosticReport Report { get; init; }

    /// <summary>Returns these objects and those of a later text. Objects that both have are reported.</summary>
    public SourcedResources Merge(SourcedResources later)
    {
        ArgumentNullException.ThrowIfNull(later);
        IEnumerable<Diagnostic> repeated = later.Resources
            .Where(e => Resources.TryGet(e.Key, out _))
            .Select(e => Repeated(e.Key, Sources.Find(e.Key, ""), later.Sources.Find(e.Key, "")));
        return new()
        {
            Resources = Resources.Merge(later.Resources),
            Sources = Sources.Merge(later.Sources),
            Report = Report.Merge(later.Report).Merge(new DiagnosticReport(repeated)),
        };
    }

    internal static Diagnostic Repeated(ResourceKey key, SourcePosition? earlier, SourcePosition? later) =>
        ReadingDiagnostics.DuplicateObject.At("", key, earlier) with { Object = key.ToString(), Position = later };
}
