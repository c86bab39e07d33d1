using System.IO.Compression;
using System.Text;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>An object as few bytes.</summary>
internal sealed class PackedObject
{
    private readonly ResourceKind _kind;
    private readonly byte[] _bytes;

    private PackedObject(ResourceKind kind, byte[] bytes) => (_kind, _bytes) = (kind, bytes);

    public static PackedObject Of(IResource resource)
    {
        using MemoryStream packed = new();
        using (DeflateStream deflate = new(packed, CompressionLevel.Fastest))
        {
            deflate.Write(Bodies.Of(resource, TargetVersions.Current).Span);
        }

        return new(resource.Type, packed.ToArray());
    }

    public IResource Unpack()
    {
        using DeflateStream inflate = new(new MemoryStream(_bytes), CompressionMode.Decompress);
        using StreamReader text = new(inflate, Encoding.UTF8);
        UntypedValue tree = AnswerTree.TryParse(text.ReadToEnd()) ?? UntypedValue.From(default(UntypedFields));
        return ResourceTree.Read(tree, new(_kind.Group, _kind.Version, _kind.Name), out _);
    }

    /// <summary>Returns the kind only, as the rest may be secret.</summary>
    public override string ToString() => _kind.Name;
}
