using Mesh.Sdk.Codegen;

bool check = args.Contains("--check");
int shared = Array.IndexOf(args, "--shared");
if (shared < 0 || shared + 1 >= args.Length || args.Length != (check ? 3 : 2))
{
    Console.Error.WriteLine("""
        Usage: dotnet run --project eng/Mesh.Sdk.Codegen -- --shared DIR [--check]

          --shared DIR   folder that holds crds/ and vectors/
          --check        write nothing; list the files that would change and exit with 1 if there are any
        """);
    return 2;
}

Workspace workspace = Workspace.Containing(Directory.GetCurrentDirectory(), args[shared + 1]);
FileChanges changes = FileChanges.Between(workspace, Generator.GenerateAll(workspace));
if (!check)
{
    changes.Write();
}

foreach (string path in changes.Paths)
{
    Console.WriteLine(path);
}

Console.WriteLine(check ? $"{changes.Paths.Count} files would change." : $"{changes.Paths.Count} files changed.");
return check && changes.Paths.Count > 0 ? 1 : 0;
