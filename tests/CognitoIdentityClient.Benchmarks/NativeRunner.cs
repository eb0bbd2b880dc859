namespace CognitoIdentity.Benchmarks;

/// <summary>
/// Publishes two programs that make one call for native AOT, one with the client and one with the floor, and compares their sizes and the
/// processor time that they take.
/// </summary>
internal static class NativeRunner
{
    private const int Starts = 30;
    private const double Megabyte = 1_000_000;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("native-");
        try
        {
            if (await PublishAsync("NativeFloor", folder.FullName) is { } floor
                && await PublishAsync("NativeClient", folder.FullName) is { } client)
            {
                var (clientSize, floorSize) = (new FileInfo(client).Length / Megabyte, new FileInfo(floor).Length / Megabyte);
                Runner.Report("native AOT, megabytes", clientSize, floorSize);
                Runner.Report("  over the floor", clientSize - floorSize, 0, atMost: 3);
                await CompareProcessorTimeAsync(client, floor);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CompareProcessorTimeAsync(string client, string floor)
    {
        using var server = Runner.Start("server");
        var endpoint = (await server.StandardOutput.ReadLineAsync())!;
        var (clientTimes, floorTimes) = (new List<double>(), new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            floorTimes.Add((await Runner.ReadAsync(Runner.StartProgram(floor, endpoint)))[0].Value);
            clientTimes.Add((await Runner.ReadAsync(Runner.StartProgram(client, endpoint)))[0].Value);
        }

        var (clientMedian, floorMedian) = (Runner.Median(clientTimes), Runner.Median(floorTimes));
        Runner.Report("native AOT, one call: processor milliseconds", clientMedian, floorMedian);
        Runner.Report("  as a multiple of the floor", clientMedian / floorMedian, 1, atMost: 1.35);
        server.StandardInput.Close();
        await server.WaitForExitAsync();
    }

    /// <summary>
    /// Publishes a project and returns its program; null, with a line that says so, where that needs a tool that is missing.
    /// </summary>
    private static async Task<string?> PublishAsync(string project, string folder)
    {
        using var publish = Runner.StartProgram(
            "dotnet", "publish", Path.Combine(OwnFolder(), "Native", project), "-c", "Release", "-o", Path.Combine(folder, project));
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode == 0)
        {
            return Path.Combine(folder, project, OperatingSystem.IsWindows() ? $"{project}.exe" : project);
        }

        var error = output.Split('\n').FirstOrDefault(line => line.Contains("error", StringComparison.Ordinal));
        Console.WriteLine($"native AOT is not measured: {project} cannot be published here. {error}");
        return null;
    }

    private static string OwnFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CognitoIdentityClient.Benchmarks.csproj")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The program has to be run from the repository.");
        }

        return folder.FullName;
    }
}
