using System.Collections.Immutable;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Reads a text and remembers where everything stands. Reports what is wrong instead of throwing.</summary>
internal sealed class SourcedReading(ResourceKinds kinds, ReadLimits limits, string cluster)
{
    private readonly List<Diagnostic> _findings = [];
    private readonly List<ResourceEntry> _entries = [];
    private readonly Dictionary<ResourceKey, (PositionTree Tree, int Index)> _read = [];

    public SourcedResources Read(string text, string source)
    {
        ManifestScanner documents = new(text, source, limits);
        ResourceAssembler assembler = new(kinds);
        List<IResource> resources = [];
        try
        {
            ManifestBytes.CheckSize(text, source, limits);
            while (documents.MoveNext())
            {
                resources.Clear();
                assembler.Add(documents.Document, resources);
                Add(documents.Document, assembler.Roots, resources);
            }
        }
        catch (ReadLimitException e)
        {
            _findings.AddRange(documents.Document.Diagnostics);
            _findings.Add(e.Diagnostic);
        }

        return new()
        {
            Resources = ResourceSet.From(_entries),
            Sources = new SourceMap(_read.ToImmutableDictionary(e => e.Key, e => e.Value.Tree)),
            Report = new DiagnosticReport(_findings),
        };
    }

    /// <summary>Says behind the last finding that was told that it is not the last there is.</summary>
    public static Diagnostic MoreFindings(Diagnostic last) =>
        ReadingDiagnostics.MoreFindings.At("", NodeDocument.MaxFindings) with { Position = last.Position };

    private void Add(NodeDocument document, List<int> roots, List<IResource> resources)
    {
        if (document.Diagnostics.Count > 0)
        {
            _findings.AddRange(document.Diagnostics);
            if (document.HasMoreFindings)
            {
                _findings.Add(MoreFindings(_findings[^1]));
            }

            return;
        }

        for (int i = 0; i < resources.Count; i++)
        {
            ResourceEntry entry = new(resources[i], cluster);
            PositionTree tree = PositionTree.Of(document, roots[i]);
            if (_read.TryGetValue(entry.Key, out (PositionTree Tree, int Index) earlier))
            {
                _findings.Add(SourcedResources.Repeated(entry.Key, earlier.Tree.Find([]), tree.Find([])));
                _entries[earlier.Index] = entry;
                _read[entry.Key] = (tree, earlier.Index);
            }
            else
            {
                _read.Add(entry.Key, (tree, _entries.Count));
                _entries.Add(entry);
            }
        }
    }
}
