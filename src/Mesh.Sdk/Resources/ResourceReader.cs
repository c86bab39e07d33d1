using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Resources;

/// <summary>
/// Reads resources from YAML and JSON, many documents in one text, as Kubernetes reads them: YAML 1.1, anchors and merge keys
/// included. <c>List</c> and the lists of a kind are unwrapped, empty documents and comments are left out.
/// </summary>
/// <remarks>
/// The findings of all documents are reported in one <see cref="ResourceReadException"/>. From about 1,000 on, reading stops, and a last
/// finding, MESH0018, says that there may be more. A finding names source, line,
/// column and path and shows the text there, unless the document is or may be a Secret. Safe for several threads.
/// </remarks>
public sealed class ResourceReader
{
    private const string UnnamedSource = "text";

    private readonly ResourceKinds _kinds;

    /// <summary>Makes a reader.</summary>
    /// <param name="kinds">The kinds that become typed resources; all others become <see cref="UntypedResource"/>.</param>
    public ResourceReader(ResourceKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        _kinds = kinds;
    }

    /// <summary>Gets the bounds for hostile texts.</summary>
    /// <value><see cref="ReadLimits.Default"/> by default.</value>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;

    /// <summary>Reads all resources of a text.</summary>
    /// <exception cref="ResourceReadException">Something in the text is wrong.</exception>
    public IReadOnlyList<IResource> Read(string text) => Read(text, UnnamedSource);

    /// <summary>Reads all resources of a text.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="source">Names the text in findings, usually a file path.</param>
    /// <exception cref="ResourceReadException">Something in the text is wrong.</exception>
    public IReadOnlyList<IResource> Read(string text, string source) => [.. Enumerate(text, source)];

    /// <summary>Reads all resources of a text in UTF-8, or in UTF-16 with a byte order mark.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="source">Names the text in findings, usually a file path.</param>
    /// <exception cref="ResourceReadException">Something in the text is wrong.</exception>
    public IReadOnlyList<IResource> Read(ReadOnlyMemory<byte> text, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Read(Unwrap(() => ManifestBytes.Decode(text.Span, source, Limits)), source);
    }

    /// <summary>Reads resources one document after the other, holding no more than one of them.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="source">Names the text in findings, usually a file path.</param>
    /// <returns>The resources of documents without findings.</returns>
    /// <exception cref="ResourceReadException">
    /// Something in the text is wrong. Thrown at the end, with all findings, after all resources that could be read.
    /// </exception>
    public IEnumerable<IResource> Enumerate(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        return EnumerateDocuments(text, source);
    }

    /// <summary>Reads all resources of a stream, which stays open.</summary>
    /// <param name="stream">YAML or JSON in UTF-8, or in UTF-16 with a byte order mark.</param>
    /// <param name="source">Names the text in findings, usually a file path.</param>
    /// <param name="cancellationToken">Checked while the stream is read.</param>
    /// <exception cref="ResourceReadException">Something in the text is wrong.</exception>
    public async Task<IReadOnlyList<IResource>> ReadAsync(Stream stream, string source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            ReadOnlyMemory<byte> bytes = await ManifestBytes.ReadAsync(stream, source, Limits, cancellationToken).ConfigureAwait(false);
            return Read(bytes, source);
        }
        catch (ReadLimitException e)
        {
            throw new ResourceReadException(new DiagnosticReport([e.Diagnostic]));
        }
    }

    /// <summary>Reads all resources of a file; its path names it in findings.</summary>
    /// <param name="path">A file of YAML or JSON.</param>
    /// <param name="cancellationToken">Checked while the file is read.</param>
    /// <exception cref="ResourceReadException">Something in the file is wrong.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public async Task<IReadOnlyList<IResource>> ReadFileAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream stream = new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAsync(stream, path, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all resources of a text and remembers where their fields stand. Reports what is wrong instead of throwing.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="source">Names the text in findings, usually a file path.</param>
    /// <param name="cluster">The mesh cluster that the objects are meant for, <c>""</c> for none in particular.</param>
    public SourcedResources ReadWithPositions(string text, string source, string cluster = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(cluster);
        return new SourcedReading(_kinds, Limits, cluster).Read(text, source);
    }

    /// <summary>Reads all resources of a file and remembers where their fields stand. Reports what is wrong with its text instead of throwing.</summary>
    /// <param name="path">A file of YAML or JSON; it names the text in findings.</param>
    /// <param name="cluster">The mesh cluster that the objects are meant for, <c>""</c> for none in particular.</param>
    /// <param name="cancellationToken">Checked while the file is read.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public async Task<SourcedResources> ReadFileWithPositionsAsync(string path, string cluster = "", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(cluster);
        FileStream stream = new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                ReadOnlyMemory<byte> bytes = await ManifestBytes.ReadAsync(stream, path, Limits, cancellationToken).ConfigureAwait(false);
                return ReadWithPositions(ManifestBytes.Decode(bytes.Span, path, Limits), path, cluster);
            }
            catch (ReadLimitException e)
            {
                return SourcedResources.Empty with { Report = new DiagnosticReport([e.Diagnostic]) };
            }
        }
    }

    private IEnumerable<IResource> EnumerateDocuments(string text, string source)
    {
        Unwrap(() => ManifestBytes.CheckSize(text, source, Limits));
        List<Diagnostic> findings = [];
        List<IResource> resources = [];
        ManifestScanner documents = new(text, source, Limits);
        ResourceAssembler assembler = new(_kinds);
        while (TryMoveNext(documents, assembler, resources, findings))
        {
            foreach (IResource resource in resources)
            {
                yield return resource;
            }
        }

        if (findings.Exists(f => f.Severity == DiagnosticSeverity.Error))
        {
            throw new ResourceReadException(new DiagnosticReport(findings));
        }
    }

    private static bool TryMoveNext(ManifestScanner documents, ResourceAssembler assembler, List<IResource> resources, List<Diagnostic> findings)
    {
        resources.Clear();
        try
        {
            bool isFull = findings.Count >= NodeDocument.MaxFindings;
            if (isFull || !documents.MoveNext())
            {
                if (isFull && findings[^1].Code != ReadingDiagnostics.MoreFindings.Code && documents.MoveNext())
                {
                    findings.Add(SourcedReading.MoreFindings(findings[^1]));
                }

                return false;
            }

            assembler.Add(documents.Document, resources);
        }
        catch (ReadLimitException e)
        {
            findings.AddRange(documents.Document.Diagnostics);
            findings.Add(e.Diagnostic);
            return false;
        }

        IReadOnlyList<Diagnostic> found = documents.Document.Diagnostics;
        if (found.Count > 0)
        {
            findings.AddRange(found);
            if (documents.Document.HasMoreFindings)
            {
                findings.Add(SourcedReading.MoreFindings(findings[^1]));
            }

            resources.Clear();
        }

        return true;
    }

    private static T Unwrap<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ReadLimitException e)
        {
            throw new ResourceReadException(new DiagnosticReport([e.Diagnostic]));
        }
    }
}
